package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.offer.ProductPatch;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What events and products share stands in hidden types; users in other packages must not notice. */
class ReachabilityTest {

    @Test
    void sharedAccessorsCanBeCalledAndReferredTo() {
        Function<EventPatch, String> name = EventPatch::name;
        EventPatch patch = EventPatch.builder().name("Tartuffe").build();

        assertThat(name.apply(patch)).isEqualTo("Tartuffe");
        assertThat(Optional.of(EventFilter.ofVenue(3)).map(EventFilter::venueId))
                .contains(3L);
        assertThat(Optional.of(ProductFilter.ofVenue(4)).map(ProductFilter::venueId))
                .contains(4L);
        assertThat(ProductPatch.MAX_NAME).isEqualTo(140);
    }

    @Test
    void sharedShortcutsStayInTheChain() {
        ProductPatch patch = ProductPatch.builder()
                .clearDescription()
                .idAtProvider("T-1")
                .image(OfferImageDraft.of(Pictures.ofSize(400, 600)))
                .deleteStock()
                .build();

        assertThat(patch.description().isClear()).isTrue();
        assertThat(patch.idAtProvider().value()).isEqualTo("T-1");
        assertThat(EventPatch.builder()
                        .clearIdAtProvider()
                        .clearVideoUrl()
                        .build()
                        .idAtProvider()
                        .isClear())
                .isTrue();
    }
}
