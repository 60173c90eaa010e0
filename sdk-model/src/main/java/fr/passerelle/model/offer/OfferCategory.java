package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.Violation;
import java.util.List;

/**
 * What kind of thing an offer is, with the fields that belong to that kind. Events and products have families of their
 * own, so that one cannot be taken for the other.
 */
public sealed interface OfferCategory permits Category, ProductCategory {

    /** Which category. */
    @JsonProperty("category")
    CategoryId id();

    /** What keeps this from being sent with a new offer. */
    List<Violation> missing();

    /** What keeps this from being sent with a change: the category itself, or a text; fields may be left out. */
    default List<Violation> uneditable() {
        return OfferRules.storable(OfferRules.creatable(this), this).violations();
    }
}
