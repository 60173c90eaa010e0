package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.collective.CollectiveFormatInfo;
import fr.passerelle.model.collective.EducationalDomain;
import fr.passerelle.model.collective.EducationalInstitution;
import fr.passerelle.model.collective.InstitutionFilter;
import fr.passerelle.model.collective.NationalProgram;
import fr.passerelle.model.collective.StudentLevelInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The words that offers to schools are described with, as the server lists them (reference operations 44 to 48). */
public final class CollectiveAttributes {

    private final Calls calls;

    CollectiveAttributes(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public CollectiveAttributes with(RequestOptions options) {
        return new CollectiveAttributes(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** What pupils can do. */
    public List<CollectiveFormatInfo> formats() {
        return calls.get(HttpCall.to(Endpoint.GET_COLLECTIVE_FORMATS), new TypeReference<>() {});
    }

    /** The levels of pupils. */
    public List<StudentLevelInfo> studentLevels() {
        return calls.get(HttpCall.to(Endpoint.GET_STUDENT_LEVELS), new TypeReference<>() {});
    }

    /** The domains of arts and culture, each with its national programmes. */
    public List<EducationalDomain> domains() {
        return calls.get(HttpCall.to(Endpoint.GET_EDUCATIONAL_DOMAINS), new TypeReference<>() {});
    }

    /** The national programmes that offers can be part of now. */
    public List<NationalProgram> nationalPrograms() {
        return calls.get(HttpCall.to(Endpoint.GET_NATIONAL_PROGRAMS), new TypeReference<>() {});
    }

    /** The schools that pass a filter, by id: at most 20, and there is no next page. */
    public List<EducationalInstitution> institutions(InstitutionFilter filter) {
        HttpCall list = HttpCall.to(Endpoint.LIST_INSTITUTIONS)
                .queryIfSet("id", filter.id())
                .queryIfSet("uai", filter.uai())
                .queryIfSet("name", filter.name())
                .queryIfSet("institutionType", filter.institutionType())
                .queryIfSet("city", filter.city())
                .queryIfSet("postalCode", filter.postalCode())
                .query("limit", filter.limit());
        return calls.get(list, new TypeReference<>() {});
    }

    /** {@link CollectiveAttributes}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link CollectiveAttributes#formats()}. */
        public CompletableFuture<List<CollectiveFormatInfo>> formats() {
            return calls.later(c -> new CollectiveAttributes(c).formats());
        }

        /** See {@link CollectiveAttributes#studentLevels()}. */
        public CompletableFuture<List<StudentLevelInfo>> studentLevels() {
            return calls.later(c -> new CollectiveAttributes(c).studentLevels());
        }

        /** See {@link CollectiveAttributes#domains()}. */
        public CompletableFuture<List<EducationalDomain>> domains() {
            return calls.later(c -> new CollectiveAttributes(c).domains());
        }

        /** See {@link CollectiveAttributes#nationalPrograms()}. */
        public CompletableFuture<List<NationalProgram>> nationalPrograms() {
            return calls.later(c -> new CollectiveAttributes(c).nationalPrograms());
        }

        /** See {@link CollectiveAttributes#institutions(InstitutionFilter)}. */
        public CompletableFuture<List<EducationalInstitution>> institutions(InstitutionFilter filter) {
            return calls.later(c -> new CollectiveAttributes(c).institutions(filter));
        }
    }
}
