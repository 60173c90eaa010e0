package fr.passerelle.model.invitation.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.PlaceKind;
import fr.passerelle.model.value.Siret;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one performance in the field names of the interface (sibil 2). Amounts are euros, taxes included.
 *
 * @param idExtBilletterie the vendor's id of this line: the same one updates it
 * @param dateHeureRepresentationUnique start, ISO 8601 with the offset of Paris
 * @param nbRepresentations 1: each performance is declared alone
 * @param nbBilletsTotalBilletterie all tickets issued, exempt ones included
 * @param recetteTotalBilletterie receipts
 * @param prixMoyenTotalBilletterie receipts by paid tickets; 0 if none was paid
 * @param nbBilletsTarifPlein tickets at full price
 * @param recetteTarifPlein receipts of those
 * @param prixMoyenTarifPlein receipts by tickets; 0 if there were none
 * @param nbBilletsTarifAbonnementForfait tickets of subscriptions and packages
 * @param nbBilletsExoneres exempt tickets
 * @param jauge capacity of the place
 * @param jeunePublic whether the show is for a young public
 * @param domaineRepresentationId kind of show
 * @param lieuChamps place
 * @param spectacleChamps show
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SibilDeclaration(
        String idExtBilletterie,
        String dateHeureRepresentationUnique,
        int nbRepresentations,
        int nbBilletsTotalBilletterie,
        BigDecimal recetteTotalBilletterie,
        BigDecimal prixMoyenTotalBilletterie,
        int nbBilletsTarifPlein,
        BigDecimal recetteTarifPlein,
        BigDecimal prixMoyenTarifPlein,
        int nbBilletsTarifAbonnementForfait,
        int nbBilletsExoneres,
        int jauge,
        boolean jeunePublic,
        long domaineRepresentationId,
        Lieu lieuChamps,
        Spectacle spectacleChamps) {

    /**
     * The place.
     *
     * @param nom its name
     * @param adresse number and street
     * @param codePostal five digits
     * @param ville the municipality
     * @param typeLieu what kind of place
     * @param siret its number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lieu(
            String nom,
            @Nullable String adresse,
            String codePostal,
            String ville,
            @Nullable PlaceKind typeLieu,
            @Nullable Siret siret) {

        static Lieu of(Place place) {
            return new Lieu(
                    place.name(), place.street(), place.postalCode(), place.city(), place.kind(), place.siret());
        }
    }

    /**
     * The show.
     *
     * @param domaineSpectacleId the ministry's number for its domain
     * @param critere1 the title
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spectacle(@Nullable Long domaineSpectacleId, String critere1) {}
}
