package fr.passerelle.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import fr.passerelle.sandbox.traffic.Faults;
import fr.passerelle.sandbox.traffic.Journal;
import fr.passerelle.sandbox.traffic.QuotaLimit;
import fr.passerelle.sandbox.view.Instants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pace, faults and journal. */
public final class TrafficControl {

    private static final Type COUNT = Types.atMost(Integer.MAX_VALUE, Types.atLeast(0, Types.strictInteger()));

    private static final Schema PACE =
            ControlTypes.schema().nullable("perMinute", COUNT).optional("retryAfter", Types.flag());

    private static final Schema FAULT = ControlTypes.schema()
            .nullable("method", Types.text())
            .nullable("path", Types.text())
            .nullable("key", Types.text())
            .nullable("times", Types.atLeast(1, COUNT))
            .optional("skip", COUNT)
            .required("effect", Effects.type());

    private final World world;
    private final QuotaLimit quota;
    private final Faults faults;
    private final Journal journal;

    public TrafficControl(World world, QuotaLimit quota, Faults faults, Journal journal) {
        this.world = world;
        this.quota = quota;
        this.faults = faults;
        this.journal = journal;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("PUT", "/sandbox/pace", this::setQuota),
                Route.control("POST", "/sandbox/faults", this::addFault),
                Route.control("GET", "/sandbox/faults", call -> listFaults()),
                Route.control("DELETE", "/sandbox/faults", call -> clear(faults::clear)),
                Route.control("GET", "/sandbox/journal", this::readJournal),
                Route.control("DELETE", "/sandbox/journal", call -> clear(journal::clear)));
    }

    private Response setQuota(Call call) {
        Form form = PACE.control(call, world.now());
        if (!form.has("perMinute")) {
            throw ControlTypes.malformed("perMinute: field required; null for no limit");
        }
        quota.limit(intOrNull(form.number("perMinute")), form.flag("retryAfter", false));
        return Response.noContent();
    }

    private Response addFault(Call call) {
        Form form = FAULT.control(call, world.now());
        Fault fault = new Fault(
                form.text("method"),
                form.text("path"),
                form.text("key"),
                form.has("times") ? intOrNull(form.number("times")) : Integer.valueOf(1),
                Math.toIntExact(form.number("skip", 0)),
                (Effect) Objects.requireNonNull(form.get("effect")));
        return Response.created(Json.object().put("id", faults.add(fault)));
    }

    private Response listFaults() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("faults");
        faults.all().forEach(standing -> list.add(fault(standing)));
        return Response.ok(json);
    }

    private static ObjectNode fault(Faults.Standing standing) {
        Fault fault = standing.fault();
        ObjectNode json = Json.object()
                .put("id", standing.id())
                .put("method", fault.method())
                .put("path", fault.path())
                .put("key", fault.key())
                .put("times", fault.times())
                .put("skip", fault.skip())
                .put("struck", standing.struck());
        json.set("effect", Effects.json(fault.effect()));
        return json;
    }

    private Response readJournal(Call call) {
        ObjectNode json = Json.object();
        ArrayNode entries = json.putArray("entries");
        journal.entries(number(call, "after", 0), number(call, "limit", Journal.CAPACITY))
                .forEach(entry -> entries.add(entry(entry)));
        return Response.ok(json);
    }

    private static int number(Call call, String name, int fallback) {
        List<String> values = call.query().get(name);
        if (values == null) {
            return fallback;
        }
        try {
            return Integer.parseUnsignedInt(values.get(0));
        } catch (NumberFormatException notANumber) {
            throw ControlTypes.malformed(name + ": value is not a number from 0 on");
        }
    }

    private static ObjectNode entry(Journal.Entry entry) {
        ObjectNode json = Json.object()
                .put("n", entry.n())
                .put("at", Instants.utc(entry.at()))
                .put("direction", entry.direction().name().toLowerCase(Locale.ROOT))
                .put("method", entry.method())
                .put("path", entry.path())
                .put("status", entry.status());
        putIfKnown(json, "key", entry.key());
        putIfKnown(json, "operation", entry.operation());
        putIfKnown(json, "fault", entry.fault());
        return json.put("requestBytes", entry.requestBytes()).put("answerBytes", entry.responseBytes());
    }

    private static void putIfKnown(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Integer intOrNull(@Nullable Long number) {
        return number == null ? null : Integer.valueOf(Math.toIntExact(number));
    }

    private static Response clear(Runnable what) {
        what.run();
        return Response.noContent();
    }
}
