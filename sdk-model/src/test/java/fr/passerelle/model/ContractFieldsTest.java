package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import fr.passerelle.contract.PartnerDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our types have the fields that the programme's contract of February 2026 names, less what went and with what came
 * until autumn 2026.
 */
class ContractFieldsTest {

    private static final PartnerDocument PARTNER = PartnerDocument.read();

    private static final String OFFICE = "externalTicketOfficeUrl";
    private static final Set<String> PRICES =
            Set.of("servicePrice", "additionalFees", "numberOfTeachers", "additionalDetails");

    /** Fields that came until autumn 2026, by schema. */
    private static final Map<String, Set<String>> SINCE_FEBRUARY = Map.of(
            "EventOfferEdition", Set.of(OFFICE),
            "ProductOfferEdition", Set.of(OFFICE),
            "ProductOfferByEanCreation", Set.of(OFFICE),
            "PostCollectiveOfferBodyModel", PRICES,
            "PatchCollectiveOfferBodyModel", PRICES,
            "GetPublicCollectiveOfferResponseModel",
                    Set.of("price", "servicePrice", "additionalFees", "numberOfTeachers", "additionalDetails"));

    private final ObjectMapper json = WireJson.mapper();

    @ParameterizedTest
    @CsvSource({
        "offer.ImmutableEventDraft, EventOfferCreation, publicationDate",
        "offer.ImmutableEventPatch, EventOfferEdition, isActive",
        "offer.ImmutableEvent, EventOfferResponse,",
        "offer.ImmutableProductDraft, ProductOfferCreation,",
        "offer.ImmutableProductPatch, ProductOfferEdition, isActive offerId",
        "offer.ImmutableProduct, ProductOfferResponse,",
        "offer.ImmutableProductStockDraft, StockCreation,",
        "offer.ImmutableProductStockPatch, StockEdition,",
        "offer.ProductStock, ProductStockResponse,",
        "offer.ProductCategoryInfo, ProductCategoryResponse,",
        "offer.OfferImageDraft, ImageBody,",
        "offer.EanUpsert, ProductsOfferByEanCreation,",
        "offer.ImmutableEanProductDraft, ProductOfferByEanCreation,",
        "offer.EanProductDraft$Stock, StockUpsert,",
        "venue.ImmutableAddressDraft, AddressModel,",
        "venue.Address, AddressResponse,",
        "collective.ImmutableCollectiveOfferDraft, PostCollectiveOfferBodyModel,",
        "collective.ImmutableCollectiveOfferPatch, PatchCollectiveOfferBodyModel,",
        "collective.ImmutableCollectiveOffer, GetPublicCollectiveOfferResponseModel,",
        "collective.ImmutableCollectiveOfferSummary, CollectiveOffersResponseModel,",
        "collective.CollectiveBooking, CollectiveBookingResponseModel,",
        "collective.CollectiveArchive, ArchiveCollectiveOfferBodyModel,",
        "collective.EducationalDomain, CollectiveOffersDomainResponseModel,",
        "collective.EducationalInstitution, CollectiveOffersEducationalInstitutionResponseModel,",
        "collective.NationalProgram, NationalProgramModel,",
        "collective.StudentLevelInfo, CollectiveOffersStudentLevelResponseModel,",
    })
    void hasTheFieldsOfTheSchema(String ours, String schema, String others) throws ClassNotFoundException {
        Set<String> theirs = PARTNER.fields(schema);
        if (others != null) { // deprecated, or written by the client
            theirs.removeAll(List.of(others.split(" ")));
        }
        theirs.addAll(SINCE_FEBRUARY.getOrDefault(schema, Set.of()));

        assertThat(fields(json.constructType(Class.forName("fr.passerelle.model." + ours))))
                .isEqualTo(theirs);
    }

    private Set<String> fields(JavaType type) {
        if (type.getRawClass().isSealed()) {
            Set<String> names = new TreeSet<>();
            for (Class<?> way : type.getRawClass().getPermittedSubclasses()) {
                names.addAll(fields(json.constructType(way)));
            }
            return names;
        }
        List<BeanPropertyDefinition> properties =
                json.getSerializationConfig().introspect(type).findProperties();
        Set<String> names = new TreeSet<>();
        for (BeanPropertyDefinition property : properties) {
            if (property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
                names.addAll(fields(property.getPrimaryType()));
            } else {
                names.add(property.getName());
            }
        }
        return names;
    }
}
