package fr.passerelle.sandbox.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRoutesTest extends CollectiveTest {

    private List<String> names(String path) {
        return get(API + path).body().findValuesAsText("name");
    }

    private List<String> schools(String query) {
        return get(API + "/educational-institutions/?" + query).body().findValuesAsText("uai");
    }

    @Test
    void listsFormatsAndLevelsWithTheirLabels() {
        assertThat(names("/offers/formats")).hasSize(8).contains("Festival, salon, congrès");
        assertThat(names("/student-levels")).hasSize(12).last().isEqualTo("CAP - 1re année");
    }

    @Test
    void listsActiveProgrammesOnly() {
        created("/national-programs", "{'name':'Chant'}");
        long ended = created("/national-programs", "{'name':'Éteint','active':false}");
        created("/domains", "{'name':'Musique','nationalPrograms':[" + ended + "]}");

        assertThat(names("/national-programs/")).containsExactly("Chant");
        assertThat(names("/educational-domains/")).containsExactly("Arts du cirque", "Musique");
    }

    @ParameterizedTest
    @CsvSource({
        "name, TILLEULS",
        "name, ollege",
        "institutionType, coll",
        "city, rènn",
        "postalCode, 350",
        "uai, 0350000A"
    })
    void findsSchoolsByPartsWithoutAccents(String field, String part) {
        institution("0350001B", "'active':false");

        assertThat(schools(field + "=" + part.replace("è", "%C3%A8"))).containsExactly("0350000A");
    }

    @Test
    void comparesTheUaiAsAWhole() {
        assertThat(schools("uai=0350000")).isEmpty();
    }

    @Test
    void limitsQuietly() {
        assertThat(schools("limit=0")).isEmpty();
        assertThat(schools("limit=1000")).hasSize(1);
        assertRefused(get(API + "/educational-institutions/?limit=-1"), 500, "global");
        assertRefused(get(API + "/educational-institutions/?limit=x"), 400, "limit");
        assertRefused(get(API + "/educational-institutions/?postal_code=35"), 400, "postal_code");
    }
}
