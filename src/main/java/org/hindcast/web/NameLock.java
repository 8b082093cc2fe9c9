package org.hindcast.web;

import java.util.function.Supplier;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * A lock on a name, for what there may be one of. A row can be locked only once it is there, and two who both look for it
 * before either has made it would make it twice, or one of them would be refused for the other's sake. So they look one after
 * the other, and the second finds what the first has made.
 *
 * <p>
 * Who holds several names takes them in this order, so that nobody waits in a circle: an author, the pieces of that author, the
 * slug of a piece; and a question, then the labels of a piece.
 */
public final class NameLock {

    /**
     * So many for each kind: a file with ten thousand new questions must not fill the table of locks that all sessions of the
     * database share. Names that fall on the same one wait for each other without need.
     */
    private static final int EACH_KIND = 1024;

    private NameLock() {
    }

    /**
     * What is found, or else null, and then nobody else makes it before this transaction has ended.
     *
     * @param kind of what is named, a fixed word
     */
    public static <T> T find(String kind, String name, Supplier<T> find) {
        T known = find.get();
        if (known == null) {
            hold(kind, name);
            known = find.get();
        }
        return known;
    }

    /** Waits until nobody else holds this name, and holds it until the transaction ends. */
    public static void hold(String kind, String name) {
        Panache.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext(:kind), hashtext(:name) % :locks)")
                .setParameter("kind", kind).setParameter("name", name).setParameter("locks", EACH_KIND).getResultList();
    }
}
