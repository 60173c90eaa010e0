import org.jspecify.annotations.NullMarked;

/** Offers, venues, bookings and the rules they obey. No HTTP, no I/O, no hidden clock. */
@NullMarked
module fr.passerelle.model {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;

    exports fr.passerelle.model.app;
    exports fr.passerelle.model.booking;
    exports fr.passerelle.model.collective;
    exports fr.passerelle.model.credit;
    exports fr.passerelle.model.entitlement;
    exports fr.passerelle.model.invitation;
    exports fr.passerelle.model.invitation.access;
    exports fr.passerelle.model.invitation.draw;
    exports fr.passerelle.model.invitation.feed;
    exports fr.passerelle.model.invitation.figures;
    exports fr.passerelle.model.offer;
    exports fr.passerelle.model.offer.cinema;
    exports fr.passerelle.model.rule;
    exports fr.passerelle.model.value;
    exports fr.passerelle.model.venue;

    opens fr.passerelle.model.app to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.booking to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.collective to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.invitation to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.invitation.access to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.invitation.draw to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.invitation.feed to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.invitation.figures to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.offer to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.offer.cinema to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.value to
            com.fasterxml.jackson.databind;
    opens fr.passerelle.model.venue to
            com.fasterxml.jackson.databind;
}
