package fr.passerelle.model.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.WireJson;
import fr.passerelle.model.venue.Accessibility;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** An event of which the server leaves out what decides nothing. */
class EventTest {

    @Test
    void isReadWithoutNameAccessibilityAndPlace() throws Exception {
        Event event = event("");

        assertThat(event.name()).isEmpty();
        assertThat(event.accessibility()).isEqualTo(Accessibility.unknown());
        assertThat(event.location()).isEqualTo(new Location.Unknown(null));
        assertThat(event.location().violations()).isNotEmpty();
    }

    @Test
    void findsAPriceByItsLabelBesideOneWithoutAny() throws Exception {
        Event event = event("""
                ,"priceCategories":[{"id":1,"price":2500},{"id":2,"label":"Or","price":900}]""");

        assertThat(event.priceCategory("Or").id()).isEqualTo(2);
    }

    @Test
    void findsNoPriceByTheEmptyLabel() throws Exception {
        Event event = event("""
                ,"priceCategories":[{"id":1,"price":2500}]""");

        assertThat(event.findPriceCategory("")).isEmpty();
        assertThatThrownBy(() -> event.priceCategory("")).isInstanceOf(NoSuchElementException.class);
    }

    private static Event event(String more) throws Exception {
        return WireJson.mapper().readValue("""
                {"id":41,"status":"ACTIVE","hasTicket":true,"categoryRelatedFields":{"category":"VISITE"}%s}""".formatted(more), Event.class);
    }
}
