package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Moments;
import fr.passerelle.sandbox.schema.Reading;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.schema.WebAddresses;
import fr.passerelle.sandbox.school.CollectiveStatus;
import fr.passerelle.sandbox.school.EducationFormat;
import java.time.Instant;
import java.util.Objects;

/** The bodies and the query of collective offers (reference, section 8.1). */
final class CollectiveSchemas {

    private static final int MAX_NAME = 110;
    private static final int MAX_DESCRIPTION = 1500;
    static final int MAX_PRICE_DETAIL = 1000;

    /** Characters of base64. */
    private static final int MAX_IMAGE = 2_000_000;

    private static final Type NAME = CollectiveTypes.shortText("name", MAX_NAME);
    private static final Type DESCRIPTION = CollectiveTypes.shortText("description", MAX_DESCRIPTION);
    private static final Type PRICE_DETAIL = Types.text(MAX_PRICE_DETAIL);
    private static final Type TOTAL = CollectiveTypes.euros("The price must not be negative");
    private static final Type FORMATS = CollectiveTypes.nonEmpty(Types.member(EducationFormat.labels()));
    private static final Type IDS = CollectiveTypes.nonEmpty(Types.integer());
    private static final Type LOCATION = new LocationType();

    private static final Schema CREATION = PriceFields.newFamily(Schema.strict(Dialect.V1))
            .required("venueId", Types.integer())
            .required("name", NAME)
            .required("description", DESCRIPTION)
            .required("formats", FORMATS)
            .required("bookingEmails", CollectiveTypes.emails())
            .required("contactEmail", WebAddresses.bareEmail())
            .required("contactPhone", PhoneNumbers.phone())
            .required("domains", IDS)
            .nullable("durationMinutes", Types.integer())
            .required("students", CollectiveTypes.students())
            .optional("audioDisabilityCompliant", Types.flag())
            .optional("mentalDisabilityCompliant", Types.flag())
            .optional("motorDisabilityCompliant", Types.flag())
            .optional("visualDisabilityCompliant", Types.flag())
            .required("location", LOCATION)
            .nullable("imageFile", CollectiveTypes.base64(MAX_IMAGE))
            .nullable("imageCredit", Types.text())
            .nullable("nationalProgramId", Types.integer())
            .required("startDatetime", CollectiveTypes.notPast())
            .nullable("endDatetime", CollectiveTypes.notPast())
            .required("bookingLimitDatetime", Moments.temporal())
            .nullable("totalPrice", TOTAL)
            .required("numberOfTickets", CollectiveTypes.tickets())
            .nullable("educationalPriceDetail", PRICE_DETAIL)
            .nullable("educationalInstitutionId", Types.integer())
            .nullable("educationalInstitution", Types.text())
            .camelCaseOnly()
            .whole(body -> body.hasNonNull("educationalInstitutionId") == body.hasNonNull("educationalInstitution")
                    ? "Exactly one of educationalInstitution and educationalInstitutionId is required"
                    : PriceFields.creationProblem(body))
            .coherent(PriceFields::totalProblem);

    /** Fields that must not be null are {@code nullable} here when only the handler refuses their null. */
    private static final Schema EDITION = PriceFields.newFamily(Schema.strict(Dialect.V1))
            .optional("name", NAME.and(String.class, name -> name.isBlank() ? "The name cannot be empty" : null))
            .nullable("description", DESCRIPTION)
            .nullable("venueId", Types.integer())
            .optional("formats", FORMATS)
            .optional("bookingEmails", CollectiveTypes.emails())
            .optional("contactEmail", WebAddresses.bareEmail())
            .optional("contactPhone", PhoneNumbers.phone())
            .optional("domains", IDS)
            .nullable("students", CollectiveTypes.students())
            .nullable("location", LOCATION)
            .nullable("interventionArea", Types.list(Types.text()))
            .nullable("durationMinutes", Types.integer())
            .nullable("audioDisabilityCompliant", Types.flag())
            .nullable("mentalDisabilityCompliant", Types.flag())
            .nullable("motorDisabilityCompliant", Types.flag())
            .nullable("visualDisabilityCompliant", Types.flag())
            .nullable("imageCredit", Types.text())
            .nullable("imageFile", Types.text())
            .nullable("nationalProgramId", Types.integer())
            .optional("startDatetime", CollectiveTypes.notPast())
            .optional("endDatetime", CollectiveTypes.notPast())
            .nullable("bookingLimitDatetime", Moments.temporal())
            .optional("totalPrice", TOTAL)
            .nullable("educationalPriceDetail", PRICE_DETAIL)
            .nullable("numberOfTickets", CollectiveTypes.tickets())
            .nullable("educationalInstitutionId", Types.integer())
            .nullable("educationalInstitution", Types.text())
            .camelCaseOnly()
            .whole(body -> body.hasNonNull("educationalInstitutionId") && body.hasNonNull("educationalInstitution")
                    ? "educationalInstitution and educationalInstitutionId exclude each other"
                    : PriceFields.editionProblem(body))
            .coherent(PriceFields::totalProblem);

    static final Schema LIST_QUERY = Schema.strict(Dialect.V1)
            .optional("offerStatus", Types.member(CollectiveStatus.names()))
            .optional("venueId", Types.integer())
            .optional("periodBeginningDate", Moments.utc())
            .optional("periodEndingDate", Moments.utc())
            .camelCaseOnly();

    static final Schema ARCHIVE = Schema.strict(Dialect.V1).required("ids", IDS).camelCaseOnly();

    private CollectiveSchemas() {}

    /** Reads the body of a new offer; responds 400 with every problem. */
    static Form creation(Call call, Instant now) {
        return read(CREATION, call, now);
    }

    /** Reads the body of a change; responds 400 with every problem. */
    static Form edition(Call call, Instant now) {
        return read(EDITION, call, now);
    }

    private static Form read(Schema schema, Call call, Instant now) {
        Reading reading = new Reading(now);
        Object form = schema.read(call.json(), "", reading);
        if (form != null) {
            DateOrder.check((Form) form, reading);
        }
        reading.refuseIfAny();
        return Schema.storable((Form) Objects.requireNonNull(form));
    }
}
