package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import java.util.stream.Stream;

/** Every route of the partner API. */
public final class PartnerApi {

    private PartnerApi() {}

    /**
     * The routing table's rows.
     *
     * @param messages what cancelling a booking sends to vendors
     * @param eans where products wait to be upserted by EAN
     * @param cinema where films wait for their sessions to be replaced
     */
    public static List<Route> routes(World world, VendorMessages messages, EanQueue eans, CinemaQueue cinema) {
        return Stream.of(
                        new ProviderRoutes(world).routes(),
                        new VenueRoutes(world).routes(),
                        new AttributeRoutes().routes(),
                        new EventRoutes(world).routes(),
                        new CinemaRoutes(world, cinema).routes(),
                        new PriceCategoryRoutes(world).routes(),
                        new DateRoutes(world, messages).routes(),
                        new ProductRoutes(world, messages).routes(),
                        new EanRoutes(world, eans).routes(),
                        new ImageRoutes(world).routes(),
                        new AddressRoutes(world).routes(),
                        new BookingRoutes(world).routes(),
                        new TokenRoutes(world, messages).routes())
                .flatMap(List::stream)
                .toList();
    }
}
