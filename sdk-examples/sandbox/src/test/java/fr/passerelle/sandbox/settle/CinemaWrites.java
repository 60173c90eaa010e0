package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.once;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.offer.cinema.SessionFeature;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.BookedSessions;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.util.List;

/** A cinema's write to its sessions. */
final class CinemaWrites {

    private static final CinemaPriceDraft PRICE = CinemaPriceDraft.of("PC", "Plein", Price.euros("7"));

    private CinemaWrites() {}

    static List<Write> all() {
        return List.of(once(PassCultureEndpoint.REPLACE_CINEMA_SESSIONS, "", CinemaWrites::replace)
                .notShown());
    }

    private static Action replace(Scene scene, World world) {
        String visa = scene.name("film").replaceAll("\\D", "") + "0001";
        scene.stage.http.control("POST", "/catalogue/films", "{'name':'Hamnet','visa':'" + visa + "'}");
        CinemaProgramme ours = programme(scene, visa, "ours");
        if (world == World.EXISTS) {
            scene.client.cinema().replace(ours, BookedSessions.CANCEL);
        }
        return Action.doing(
                        o -> scene.exposed().cinema().with(o).replace(ours, BookedSessions.CANCEL),
                        () -> sessions(scene, ours.films().get(0)))
                .meanwhile(
                        () -> scene.client.cinema().replace(programme(scene, visa, "others"), BookedSessions.CANCEL));
    }

    private static CinemaProgramme programme(Scene scene, String visa, String session) {
        return new CinemaProgramme(
                scene.stage.venue.id(),
                List.of(FilmDraft.of(FilmId.visa(visa))
                        .addPriceCategories(PRICE)
                        .addSessions(SessionDraft.builder()
                                .idAtProvider(session)
                                .beginning(Scene.OPENING)
                                .remaining(80)
                                .price(PRICE)
                                .addFeatures(SessionFeature.VF)
                                .build())
                        .build()));
    }

    private static int sessions(Scene scene, FilmDraft film) {
        scene.stage.sandbox.runJob("finalise-cinema");
        EventFilter itsOffer = EventFilter.builder()
                .addIdsAtProvider(film.offerIdAtProvider(scene.stage.venue.id()))
                .build();
        return scene.client.events().list(itsOffer).stream()
                .map(Event::id)
                .mapToInt(id -> scene.client.events().dates(id).list().toList().size())
                .sum();
    }
}
