package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;

import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.venue.AddressDraft;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.settle.Write.Action;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Every write, by what it writes to; here those to the vendor's account, to addresses and pictures. */
final class Writes {

    private static final MessageUrlsPatch OTHERS = MessageUrlsPatch.builder()
            .notificationUrl("https://example.org/others")
            .build();

    private Writes() {}

    static List<Write> all() {
        return Stream.of(
                        account(),
                        EventWrites.all(),
                        CinemaWrites.all(),
                        DateWrites.all(),
                        ProductWrites.all(),
                        DoorWrites.all(),
                        SchoolWrites.all())
                .flatMap(List::stream)
                .toList();
    }

    static int once(boolean seen) {
        return seen ? 1 : 0;
    }

    private static List<Write> account() {
        return List.of(
                harmless(PassCultureEndpoint.UPDATE_PROVIDER, "", Writes::provider),
                harmless(PassCultureEndpoint.UPDATE_VENUE_URLS, "set", (scene, world) -> {
                    String url = "https://example.org/" + scene.name("v").replace(' ', '-');
                    MessageUrlsPatch patch =
                            MessageUrlsPatch.builder().notificationUrl(url).build();
                    return venueUrls(scene, world, patch, Optional.of(url));
                }),
                guarded(PassCultureEndpoint.UPDATE_VENUE_URLS, "clear", (scene, world) -> {
                    updateVenue(scene, OTHERS);
                    MessageUrlsPatch patch =
                            MessageUrlsPatch.builder().clearNotificationUrl().build();
                    return venueUrls(scene, world, patch, Optional.empty());
                }),
                harmless(PassCultureEndpoint.CREATE_ADDRESS, "", Writes::address),
                harmless(PassCultureEndpoint.UPLOAD_IMAGE, "", (scene, world) -> {
                    long id = scene.event().id();
                    ImageFile file = ImageFile.of(picture());
                    if (world == World.EXISTS) {
                        scene.client.images().upload(id, file);
                    }
                    return Action.doing(
                                    o -> scene.exposed().images().with(o).upload(id, file),
                                    () -> once(scene.client.events().get(id).image() != null))
                            .meanwhile(() -> scene.client.images().upload(id, file));
                }));
    }

    private static Action provider(Scene scene, World world) {
        String url = "https://example.org/" + scene.name("n").replace(' ', '-');
        MessageUrlsPatch patch = MessageUrlsPatch.builder().notificationUrl(url).build();
        scene.client.provider().update(world == World.EXISTS ? patch : OTHERS);
        return Action.making(
                        o -> scene.exposed().provider().with(o).update(patch).id(),
                        () -> once(url.equals(scene.client.provider().get().notificationUrl())))
                .meanwhile(() -> scene.client.provider().update(OTHERS));
    }

    private static Action venueUrls(Scene scene, World world, MessageUrlsPatch patch, Optional<String> wanted) {
        if (world == World.EXISTS) {
            updateVenue(scene, patch);
        }
        return Action.doing(
                        o -> scene.exposed().venues().with(o).updateUrls(scene.stage.venue.id(), patch),
                        () -> once(scene.client.venues().all().stream()
                                .flatMap(offerer -> offerer.venues().stream())
                                .anyMatch(venue -> Optional.ofNullable(venue.notificationUrl())
                                        .equals(wanted))))
                .meanwhile(() -> updateVenue(scene, wanted.isEmpty() ? patch : OTHERS));
    }

    private static void updateVenue(Scene scene, MessageUrlsPatch patch) {
        scene.client.venues().updateUrls(scene.stage.venue.id(), patch);
    }

    private static Action address(Scene scene, World world) {
        AddressDraft draft = AddressDraft.builder()
                .street(scene.name("rue du Quai"))
                .city("Lyon")
                .postalCode("69003")
                .latitude(48.85)
                .longitude(2.35)
                .build();
        if (world == World.EXISTS) {
            scene.client.addresses().createOrGet(draft);
        }
        return Action.making(
                        o -> scene.exposed()
                                .addresses()
                                .with(o)
                                .createOrGet(draft)
                                .id(),
                        () -> scene.client.addresses().search(draft).size())
                .meanwhile(() -> scene.client.addresses().createOrGet(draft));
    }

    static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
