package fr.passerelle.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routing table. */
public final class Routes {

    private record Row(PathTemplate path, Route route) {}

    private final List<Row> rows = new ArrayList<>();

    public Routes(List<Route> routes) {
        for (Route route : routes) {
            rows.add(new Row(new PathTemplate(route.template()), route));
        }
    }

    /**
     * What the table says of a method and a path.
     *
     * @param route the row, or null when there is none for this method
     * @param variables the path's variables, decoded
     * @param pathKnown whether some method is served on this path
     */
    public record Match(@Nullable Route route, Map<String, String> variables, boolean pathKnown) {}

    /** The methods served on a path. */
    public Set<String> methods(String path) {
        List<String> segments = PathTemplate.segments(path);
        Set<String> methods = new TreeSet<>();
        rows.stream()
                .filter(row -> row.path().match(segments) != null)
                .forEach(row -> methods.add(row.route().method()));
        return methods;
    }

    /** Finds the row of a call; rows that stand first win. */
    public Match find(String method, String path) {
        List<String> segments = PathTemplate.segments(path);
        boolean pathKnown = false;
        for (Row row : rows) {
            Map<String, String> variables = row.path().match(segments);
            if (variables != null) {
                pathKnown = true;
                if (row.route().method().equals(method)) {
                    return new Match(row.route(), variables, true);
                }
            }
        }
        return new Match(null, Map.of(), pathKnown);
    }
}
