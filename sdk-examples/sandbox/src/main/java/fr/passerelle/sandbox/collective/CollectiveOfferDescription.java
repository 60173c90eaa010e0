package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.StudentLevel;
import fr.passerelle.sandbox.state.Accessibility;
import org.jspecify.annotations.Nullable;

/** The fields of a body that need no more checks than its schema made. What was not sent stays as it is. */
final class CollectiveOfferDescription {

    private CollectiveOfferDescription() {}

    static void apply(CollectiveOffer offer, Form form) {
        offer.name = form.text("name", offer.name);
        offer.description = form.text("description", offer.description);
        offer.contactEmail = form.text("contactEmail", offer.contactEmail);
        offer.contactPhone = form.text("contactPhone", offer.contactPhone);
        offer.tickets = form.number("numberOfTickets", offer.tickets);
        PriceFields.apply(offer, form);
        offer.accessibility = accessibility(offer.accessibility, form);
        if (form.has("formats")) {
            offer.formats = form.texts("formats");
        }
        if (form.has("bookingEmails")) {
            offer.bookingEmails = form.texts("bookingEmails");
        }
        if (form.has("students")) {
            offer.students = form.items("students", StudentLevel.class);
        }
        if (form.has("interventionArea")) {
            offer.interventionArea = form.texts("interventionArea");
        }
        if (form.has("durationMinutes")) {
            offer.durationMinutes = form.number("durationMinutes");
        }
        offer.image = image(offer, form);
    }

    private static Accessibility accessibility(Accessibility before, Form form) {
        return new Accessibility(
                flag(form, "audioDisabilityCompliant", before.audio()),
                flag(form, "mentalDisabilityCompliant", before.mental()),
                flag(form, "motorDisabilityCompliant", before.motor()),
                flag(form, "visualDisabilityCompliant", before.visual()));
    }

    private static @Nullable Boolean flag(Form form, String name, @Nullable Boolean before) {
        Boolean sent = form.flag(name);
        return sent == null ? before : sent;
    }

    /** An image is kept together with its credit only; null takes both away. */
    private static CollectiveOffer.@Nullable Image image(CollectiveOffer offer, Form form) {
        CollectiveOffer.Image before = offer.image;
        String credit = form.has("imageCredit") || before == null ? form.text("imageCredit") : before.credit();
        if (form.text("imageFile") != null) {
            return credit == null ? null : EducationImage.of(offer, credit);
        }
        boolean removed = form.has("imageFile");
        return before == null || removed ? null : new CollectiveOffer.Image(before.url(), credit);
    }
}
