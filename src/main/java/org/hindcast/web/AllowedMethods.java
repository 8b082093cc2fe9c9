package org.hindcast.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Which methods an address takes: RFC 9110 wants them named where another one is refused, and Quarkus REST does not. */
@Singleton
class AllowedMethods {

    private record Address(Pattern path, String method) {
    }

    private final List<Address> addresses = new ArrayList<>();

    @Inject
    void readFrom(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                Stream.of(bean.getBeanClass().getDeclaredMethods()).forEach(method -> add(root, method));
            }
        }
    }

    private void add(Path root, Method method) {
        Path further = method.getAnnotation(Path.class);
        String template = "/" + root.value() + "/" + (further == null ? "" : further.value());
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod known = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (known != null) {
                String path = Stream.of(template.split("/+")).filter(part -> !part.isEmpty()).map(AllowedMethods::pattern)
                        .collect(Collectors.joining("/", "/", "/?"));
                addresses.add(new Address(Pattern.compile(path), known.value()));
            }
        }
    }

    /** A part with a parameter takes anything here: more than one resource at an address is told apart by its method only. */
    private static String pattern(String part) {
        return part.contains("{") ? "[^/]+" : Pattern.quote(part);
    }

    /** As the header wants them. */
    String at(String path) {
        Set<String> methods = addresses.stream().filter(address -> address.path.matcher(path).matches())
                .map(Address::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
