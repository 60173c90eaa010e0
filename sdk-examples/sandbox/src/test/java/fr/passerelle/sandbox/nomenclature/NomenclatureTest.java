package fr.passerelle.sandbox.nomenclature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NomenclatureTest {

    @Test
    void holdsTheWholeLists() {
        assertThat(Nomenclature.all()).filteredOn(Category::event).hasSize(28);
        assertThat(Nomenclature.all())
                .filteredOn(category -> category.event() && category.creatable())
                .hasSize(26);
        assertThat(Nomenclature.showTypes()).hasSize(85);
        assertThat(Nomenclature.musicTypes()).hasSize(19);
        assertThat(Nomenclature.eventMusicTypes()).hasSize(15);
        assertThat(Nomenclature.writableMusicTypes()).hasSize(219);
    }

    @ParameterizedTest
    @CsvSource({
        "33000, 33, Europe/Paris",
        "97300, 973, America/Cayenne",
        "97150, 978, America/Guadeloupe",
        "97133, 977, America/St_Barthelemy",
        "98800, 988, Pacific/Noumea",
    })
    void findsDepartmentsByPostalCode(String postalCode, String department, String zone) {
        assertThat(Department.ofPostalCode(postalCode)).isEqualTo(department);
        assertThat(Department.zone(department)).isEqualTo(ZoneId.of(zone));
    }
}
