package org.hindcast.reminder;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hindcast.account.Account;
import org.hindcast.account.Role;

/** Reads who may be asked, and what waits for each. */
@ApplicationScoped
class Reviewers {

    @Inject
    EntityManager database;

    @Transactional
    Rota rota() {
        List<Account> active = Account.list("active and (array_contains(roles, ?1) or array_contains(roles, ?2))",
                Role.REVIEWER,
                Role.ADMIN);
        return new Rota(active.stream().map(Reviewers::reviewer).toList(), load());
    }

    private static Reviewer reviewer(Account account) {
        return new Reviewer(account.id, account.roles.contains(Role.REVIEWER), account.roles.contains(Role.ADMIN),
                Set.copyOf(account.topics), ZoneId.of(account.timeZone), account.awayFrom, account.awayUntil,
                account.email != null && account.reminders != Account.Reminders.NONE);
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Long> load() {
        Map<UUID, Long> load = new HashMap<>();
        List<Object[]> rows = database.createNativeQuery(
                "select reviewer_id, count(*) from assignment where ended_at is null group by reviewer_id").getResultList();
        rows.forEach(row -> load.put((UUID) row[0], (Long) row[1]));
        return load;
    }
}
