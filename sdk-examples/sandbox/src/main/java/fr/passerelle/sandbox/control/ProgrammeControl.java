package fr.passerelle.sandbox.control;

import fr.passerelle.sandbox.booking.Jobs;
import fr.passerelle.sandbox.booking.Vendors;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.message.VendorMessenger;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the programme does on its own: outgoing messages and periodic jobs. */
public final class ProgrammeControl {

    private static final int LONGEST_TIMEOUT_MS = 600_000;

    private static final Schema EMPTY = ControlTypes.schema();
    private static final Schema MESSAGES = ControlTypes.schema()
            .optional("dropNotifications", ControlTypes.decimal().and(BigDecimal.class, ProgrammeControl::shareProblem))
            .optional("timeoutMs", Types.atMost(LONGEST_TIMEOUT_MS, Types.atLeast(1, Types.strictInteger())));

    private final World world;
    private final Vendors vendors;
    private final Jobs jobs;

    public ProgrammeControl(World world, Vendors vendors, Jobs jobs) {
        this.world = world;
        this.vendors = vendors;
        this.jobs = jobs;
    }

    public List<Route> routes() {
        return List.of(
                Route.control("PUT", "/sandbox/messages", this::setMessages),
                // A job may wait for vendors: it takes the world's lock itself.
                Route.control("POST", "/sandbox/jobs/{name:text}", this::run).unlocked());
    }

    private Response setMessages(Call call) {
        Form form = MESSAGES.control(call, world.now());
        double share = ControlTypes.decimal(form, "dropNotifications").doubleValue();
        long timeoutMs = form.number("timeoutMs", VendorMessenger.DEFAULT_TIMEOUT.toMillis());
        vendors.misbehave(share, Duration.ofMillis(timeoutMs));
        return Response.noContent();
    }

    private static @Nullable String shareProblem(BigDecimal share) {
        boolean isShare = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
        return isShare ? null : "a share is a number from 0 to 1";
    }

    private Response run(Call call) {
        EMPTY.control(call, world.now());
        String name = call.text("name");
        return jobs.run(name)
                .map(Response::ok)
                .orElseThrow(() -> Refusal.bare(404, "error", "No job has the name " + name));
    }
}
