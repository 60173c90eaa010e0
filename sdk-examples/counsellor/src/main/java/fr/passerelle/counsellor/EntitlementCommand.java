package fr.passerelle.counsellor;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.counsellor.people.Answer;
import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Moment;
import fr.passerelle.counsellor.people.Outlook;
import fr.passerelle.counsellor.people.UnreadableFactException;
import fr.passerelle.model.entitlement.Person;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code counsellor entitlement}: what one person is probably entitled to. */
@Command(name = "entitlement", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class EntitlementCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--born", required = true, paramLabel = "DATE", descriptionKey = "entitlement.born")
    private @Nullable String born;

    @Option(names = "--department", paramLabel = "CODE", descriptionKey = "entitlement.department")
    private @Nullable String department;

    @Option(names = "--postal-code", paramLabel = "CODE", descriptionKey = "entitlement.postal-code")
    private @Nullable String postalCode;

    @Option(names = "--resident-since", paramLabel = "DATE", descriptionKey = "entitlement.resident-since")
    private @Nullable String residentSince;

    @Option(names = "--nationality", paramLabel = "GROUP", descriptionKey = "entitlement.nationality")
    private @Nullable String nationality;

    @Option(names = "--registered", paramLabel = "DATE", descriptionKey = "entitlement.registered")
    private @Nullable String registered;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private MomentOption on = new MomentOption();

    EntitlementCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Texts texts = surroundings.texts();
        Moment moment = on.moment(surroundings);
        Person person = person(moment, texts);
        Outlook outlook = Outlook.of(person, moment.in(person.zone()));
        Answer answer = new Answer(outlook, texts);
        surroundings.out().println(json ? answer.json().toPrettyString() : answer.plain());
        return ExitCode.OK;
    }

    private Person person(Moment moment, Texts texts) {
        try {
            return new Facts()
                    .with(Fact.BORN, born)
                    .with(Fact.DEPARTMENT, department)
                    .with(Fact.POSTAL_CODE, postalCode)
                    .with(Fact.RESIDENT_SINCE, residentSince)
                    .with(Fact.NATIONALITY, nationality)
                    .with(Fact.REGISTERED, registered)
                    .person(moment);
        } catch (UnreadableFactException unreadable) {
            throw FailedException.unusable(unreadable.sentence(texts));
        }
    }
}
