package fr.passerelle.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.contract.ProgrammeWords;
import fr.passerelle.model.value.OpenEnum;
import java.io.IOException;
import java.util.List;

/** Open lists of words against those of the programme. */
public final class OpenEnums {

    private OpenEnums() {}

    /** An open list knows the words of this list of the programme and no others. */
    public static void assertSameWords(List<? extends OpenEnum> ours, String list) throws IOException {
        assertThat(ours.stream().map(OpenEnum::value)).containsExactlyInAnyOrderElementsOf(ProgrammeWords.list(list));
    }
}
