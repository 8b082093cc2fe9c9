package org.hindcast.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * A POST of the API that a client may repeat: with the same {@code Idempotency-Key} and body it is done once, and answered the
 * same for 24 hours. Stands on a method that is {@code @Transactional}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Idempotent {

    /** False where the answer holds a secret, which is not kept: a repetition is answered with 409. */
    @Nonbinding
    boolean keepsAnswer() default true;

    /**
     * True where the change is made by a method that this one calls, which has this annotation too and the transaction: what
     * comes before, such as reading from the web, is done again.
     */
    @Nonbinding
    boolean further() default false;
}
