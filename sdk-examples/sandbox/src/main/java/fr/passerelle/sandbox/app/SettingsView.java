package fr.passerelle.sandbox.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.entitlement.Territory;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.nomenclature.Category;
import fr.passerelle.sandbox.nomenclature.Nomenclature;
import java.util.List;
import java.util.Objects;

/** What the app asks once: its settings and its categories (rule book 3.11). */
final class SettingsView {

    private static final int FIRST_AGE = 15;
    private static final int CREDIT_AGE = 17;
    private static final int LAST_AGE = 18;
    private static final int HIGHEST_QUOTIENT = 700;
    private static final int UNSUSPENSION_DAYS = 60;
    private static final double PACIFIC_FRANC_TO_EURO = 0.00838;

    /** How the app files categories on its screens is not played here. */
    private static final String NOT_FILED = "NONE";

    private SettingsView() {}

    static ObjectNode settings() {
        ObjectNode json = Json.object()
                .put("accountCreationMinimumAge", FIRST_AGE)
                .put("accountUnsuspensionLimit", UNSUSPENSION_DAYS)
                .put("appEnableAutocomplete", false)
                .put("displayDmsRedirection", false)
                .put("enableFrontImageResizing", false)
                .put("enableNativeCulturalSurvey", false)
                .put("idCheckAddressAutocompletion", false)
                .put("isRecaptchaEnabled", false)
                .put("objectStorageUrl", "")
                .put("wipEnableCreditV3", true);
        ObjectNode amounts = json.putObject("depositAmountsByAge");
        for (int age = FIRST_AGE; age <= LAST_AGE; age++) {
            Scheme scheme = age < CREDIT_AGE ? Scheme.GRANT_FREE : Scheme.GRANT_17_18;
            Price amount = Objects.requireNonNull(scheme.amountAt(age), "amount");
            amounts.put("age_" + age, amount.cents());
        }
        json.putObject("bonification").put("bonusAmount", Scheme.BONUS.cents()).put("qfThreshold", HIGHEST_QUOTIENT);
        json.putObject("rates").put("pacificFrancToEuro", PACIFIC_FRANC_TO_EURO);
        var refused = json.putArray("ineligiblePostalCodes");
        Territory.refusedPostalCodes().stream().sorted().forEach(refused::add);
        return json;
    }

    static ObjectNode subcategories() {
        ObjectNode json = Json.object();
        var rows = json.putArray("subcategories");
        for (Category category : Nomenclature.all()) {
            rows.addObject()
                    .put("id", category.id())
                    .put("categoryId", NOT_FILED)
                    .put("nativeCategoryId", NOT_FILED)
                    .put("appLabel", category.label())
                    .put("searchGroupName", NOT_FILED)
                    .put("homepageLabelName", NOT_FILED)
                    .put("isEvent", category.event())
                    .put("onlineOfflinePlatform", category.platform().name());
        }
        List.of("searchGroups", "homepageLabels", "nativeCategories", "genreTypes")
                .forEach(json::putArray);
        return json;
    }
}
