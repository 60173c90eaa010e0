package fr.passerelle.sandbox.control;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.Instants;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reset and clock. */
public final class ClockControl {

    private static final Schema EMPTY = ControlTypes.schema();
    private static final Schema SET = ControlTypes.schema().required("now", Moments.utc());
    private static final Schema ADVANCE = ControlTypes.schema().required("by", Types.text());
    private static final Pattern DURATION = Pattern.compile("(P[^T]*)(T.+)?");

    private final World world;

    public ClockControl(World world) {
        this.world = world;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("POST", "/sandbox/reset", this::reset),
                Route.control("GET", "/sandbox/clock", call -> clock()),
                Route.control("PUT", "/sandbox/clock", this::set),
                Route.control("POST", "/sandbox/clock/advance", this::advance));
    }

    private Response reset(Call call) {
        EMPTY.control(call, world.now());
        world.reset();
        return Response.noContent();
    }

    private Response clock() {
        return Response.ok(Json.object().put("now", Instants.utc(world.now())).put("frozen", world.clock.isFrozen()));
    }

    private Response set(Call call) {
        world.clock.freezeAt(SET.control(call, world.now()).requiredInstant("now"));
        return clock();
    }

    private Response advance(Call call) {
        String by = ADVANCE.control(call, world.now()).requiredText("by");
        Matcher parts = DURATION.matcher(by);
        if (!parts.matches() || by.equals("P")) {
            throw notADuration();
        }
        try {
            Period period = parts.group(1).equals("P") ? Period.ZERO : Period.parse(parts.group(1));
            Duration duration = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
            world.clock.advance(period, duration);
        } catch (DateTimeException malformed) {
            throw notADuration();
        }
        return clock();
    }

    private static RuntimeException notADuration() {
        return ControlTypes.malformed("by: value is not an ISO 8601 duration like PT48H or P1M");
    }
}
