package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import java.util.stream.Stream;

/** Everything collective in the partner API (operations 38–54). */
public final class Collective {

    private final World world;
    private final Schools schools;

    public Collective(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    public List<Route> routes() {
        return Stream.of(
                        new ReferenceRoutes(schools).routes(),
                        new CollectiveOfferRoutes(world, schools).routes(),
                        new CollectiveBookingRoutes(world, schools).routes(),
                        new AdageMockRoutes(world, schools).routes())
                .flatMap(List::stream)
                .toList();
    }
}
