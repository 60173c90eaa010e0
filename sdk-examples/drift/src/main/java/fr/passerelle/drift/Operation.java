package fr.passerelle.drift;

/**
 * An operation of the API.
 *
 * @param id its {@code operationId}; empty if it has none
 * @param verb the HTTP method in capitals
 * @param path with its {@code {placeholders}}
 * @param deprecated whether the programme advises against it
 * @param request parameters and body
 * @param response what a success carries; errors are read the same whatever their shape
 */
record Operation(String id, String verb, String path, boolean deprecated, Fields request, Fields response) {

    /** What makes it the same call: how placeholders are named does not matter. */
    String route() {
        return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /** How people know it. */
    String title() {
        return id.isEmpty() ? verb + " " + path : verb + " " + path + " (" + id + ")";
    }
}
