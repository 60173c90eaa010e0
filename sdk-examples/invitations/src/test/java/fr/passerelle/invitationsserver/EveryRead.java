package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;

import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.PathwayDraft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Every read of the API, by its operation: where to find something of the season. */
final class EveryRead {

    static final Map<String, Function<Writer, String>> TABLE = new TreeMap<>();

    static {
        for (String list : List.of("me", "signing-keys", "changes", "webhooks", "donors", "structures", "keys")) {
            TABLE.put(operation("/v1/" + list), writer -> "/v1/" + list);
        }
        for (String list : List.of("audit", "sessions", "bookings", "availabilities", "waitlist", "allocations")) {
            TABLE.put(operation("/v1/" + list), writer -> "/v1/" + list);
        }
        TABLE.put("listCalls", writer -> "/v1/calls");
        TABLE.put("impact", writer -> "/v1/impact?from=2026-Q1&to=2026-Q1");
        TABLE.put("getDonor", writer -> "/v1/donors/" + writer.season().theatreId());
        TABLE.put("getStructure", writer -> "/v1/structures/" + writer.season().homeId());
        TABLE.put("getSession", writer -> "/v1/sessions/" + writer.season().pastSession());
        TABLE.put("listAllotments", writer -> "/v1/sessions/" + writer.season().pastSession() + "/allotments");
        TABLE.put(
                "listSessionBookings",
                writer -> "/v1/sessions/" + writer.season().pastSession() + "/bookings");
        TABLE.put("exempt", writer -> "/v1/sessions/" + writer.season().pastSession() + "/exempt");
        TABLE.put("getAllotment", writer -> "/v1/allotments/" + writer.season().coming());
        TABLE.put(
                "getHold",
                writer -> "/v1/holds/" + EveryWrite.hold(writer, writer.season().coming()));
        TABLE.put("getBooking", writer -> "/v1/bookings/" + writer.season().pastBooking());
        TABLE.put("getCall", writer -> "/v1/calls/" + writer.season().closedCall());
        TABLE.put("callLog", writer -> "/v1/calls/" + drawn(writer) + "/log");
        TABLE.put("callInput", writer -> "/v1/calls/" + drawn(writer) + "/input");
        TABLE.put("getWishes", writer -> "/v1/calls/" + writer.season().closedCall() + "/wishes");
        TABLE.put("getPathway", EveryRead::pathway);
    }

    private EveryRead() {}

    private static String operation(String path) {
        return OpenApi.document().find("GET", path).orElseThrow().id();
    }

    private static UUID drawn(Writer writer) {
        UUID call = writer.season().closedCall();
        EveryWrite.draw(writer, call);
        return call;
    }

    private static String pathway(Writer writer) {
        PathwayDraft draft = PathwayDraft.builder()
                .title("Atelier et sortie")
                .addAllotmentIds(writer.season().coming(), writer.season().later())
                .party(Party.of(2, TEENAGERS))
                .build();
        writer.home("PUT", "/v1/pathways/" + draft.id(), draft);
        return "/v1/pathways/" + draft.id();
    }
}
