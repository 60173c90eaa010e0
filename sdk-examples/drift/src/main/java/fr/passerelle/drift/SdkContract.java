package fr.passerelle.drift;

import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The SDK's own table of operations, as a contract. It says which operations there are and what each carries; of fields
 * it says nothing.
 */
final class SdkContract {

    private static final Set<String> OUTLINE = Set.of(Places.BODY, Places.BODY_TYPES, Places.RESPONSE);

    private SdkContract() {}

    /** All that the SDK calls of the partner API. */
    static Contract whole() {
        return Contract.of(operations());
    }

    /** As much of a document as the table tells too. */
    static Contract outline(Contract document) {
        return Contract.of(document.byRoute().values().stream()
                .map(operation -> new Operation(
                        operation.id(),
                        operation.verb(),
                        operation.path(),
                        false,
                        Fields.of(outline(operation.request())),
                        Fields.of(response(operation.response()))))
                .toList());
    }

    /** A document that shows no response and does not say 204 either has left the response out. */
    private static List<Field> response(Fields fields) {
        List<Field> outline = outline(fields);
        boolean empty = Optional.ofNullable(fields.byPlace().get(Places.STATUSES))
                .flatMap(Field::values)
                .filter(statuses -> statuses.contains("204"))
                .isPresent();
        return outline.isEmpty() && !empty ? List.of(Field.required(Places.RESPONSE, Optional.empty())) : outline;
    }

    private static List<Field> outline(Fields fields) {
        return fields.byPlace().values().stream()
                .filter(field -> OUTLINE.contains(field.place()))
                .map(field -> new Field(
                        field.place(),
                        "",
                        field.role(),
                        false,
                        Collections.emptyNavigableSet(),
                        field.values().filter(names -> field.place().equals(Places.BODY_TYPES)),
                        Collections.emptyNavigableMap()))
                .toList();
    }

    private static List<Operation> operations() {
        return Arrays.stream(PassCultureEndpoint.values())
                .filter(endpoint -> !endpoint.number().isEmpty()) // the app's operations are in another document
                .map(SdkContract::operation)
                .toList();
    }

    private static Operation operation(Endpoint endpoint) {
        List<Field> request = new ArrayList<>();
        if (endpoint.request() != Content.NOTHING) {
            String type = endpoint.request() == Content.JSON ? "application/json" : "multipart/form-data";
            request.add(Field.required(Places.BODY, Optional.empty()));
            request.add(Field.required(Places.BODY_TYPES, Optional.of(new TreeSet<>(Set.of(type)))));
        }
        List<Field> response = endpoint.response() == Content.NOTHING
                ? List.of()
                : List.of(Field.required(Places.RESPONSE, Optional.empty()));
        return new Operation(
                endpoint.operationId(),
                endpoint.method().name(),
                endpoint.template(),
                false,
                Fields.of(request),
                Fields.of(response));
    }
}
