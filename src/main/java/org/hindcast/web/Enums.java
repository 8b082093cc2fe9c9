package org.hindcast.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Parameters that take one of a few words. */
public final class Enums {

    private Enums() {
    }

    /** @return null where missing; @throws InvalidInput naming what is accepted */
    public static <E extends Enum<E>> E parse(String field, String value, Class<E> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new InvalidInput(field, "accepted are "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
