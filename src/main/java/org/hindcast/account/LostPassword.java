package org.hindcast.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * A new password for who has lost theirs, given by whoever may run programs beside the database. Needs neither the service nor
 * its framework, for nobody can sign in there.
 */
public final class LostPassword {

    private LostPassword() {
    }

    /**
     * Ends the account's sessions and tokens, too, and puts it on record.
     *
     * @param database as the service's role
     * @return the new password, to be shown once; null where there is no such account
     */
    public static String reset(Connection database, String username) throws SQLException {
        database.setAutoCommit(false);
        UUID account = account(database, username);
        if (account == null) {
            database.rollback();
            return null;
        }
        String password = Secret.password();
        run(database, "update account set password_hash = ? where id = ?", BcryptUtil.bcryptHash(password), account);
        int sessions = run(database, "delete from session where account_id = ?", account);
        int tokens = run(database, "delete from token where account_id = ?", account);
        run(database, """
                insert into event (at, actor, kind, subject, data)
                values (clock_timestamp(), 'system', 'password.reset', ?, jsonb_build_object('sessions', ?, 'tokens', ?))""",
                account, sessions, tokens);
        database.commit();
        return password;
    }

    private static UUID account(Connection database, String username) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select id from account where username = ? for update")) {
            query.setString(1, username);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }

    private static int run(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
