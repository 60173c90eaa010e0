package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.collective.CollectiveFormatInfo;
import fr.passerelle.model.collective.EducationalDomain;
import fr.passerelle.model.collective.EducationalInstitution;
import fr.passerelle.model.collective.FeeTypeInfo;
import fr.passerelle.model.collective.InstitutionFilter;
import fr.passerelle.model.collective.NationalProgram;
import fr.passerelle.model.collective.StudentLevelInfo;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The words that offers to schools are described with, as the server lists them (reference operations 44 to 48, 56).
 */
public final class CollectiveAttributes {

    private final RequestExecutor requests;

    CollectiveAttributes(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public CollectiveAttributes with(RequestOptions options) {
        return new CollectiveAttributes(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** What pupils can do. */
    public List<CollectiveFormatInfo> formats() {
        return requests.await(CollectiveAttributes::formats);
    }

    private static CompletableFuture<List<CollectiveFormatInfo>> formats(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_COLLECTIVE_FORMATS), new TypeReference<>() {});
    }

    /** The levels of pupils. */
    public List<StudentLevelInfo> studentLevels() {
        return requests.await(CollectiveAttributes::studentLevels);
    }

    private static CompletableFuture<List<StudentLevelInfo>> studentLevels(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_STUDENT_LEVELS), new TypeReference<>() {});
    }

    /** The domains of arts and culture, each with its national programmes. */
    public List<EducationalDomain> domains() {
        return requests.await(CollectiveAttributes::domains);
    }

    private static CompletableFuture<List<EducationalDomain>> domains(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_EDUCATIONAL_DOMAINS), new TypeReference<>() {});
    }

    /** The national programmes that offers can be part of now. */
    public List<NationalProgram> nationalPrograms() {
        return requests.await(CollectiveAttributes::nationalPrograms);
    }

    private static CompletableFuture<List<NationalProgram>> nationalPrograms(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_NATIONAL_PROGRAMS), new TypeReference<>() {});
    }

    /** The kinds of fees that can come on top of the price of an activity. */
    public List<FeeTypeInfo> feeTypes() {
        return requests.await(CollectiveAttributes::feeTypes);
    }

    private static CompletableFuture<List<FeeTypeInfo>> feeTypes(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_ADDITIONAL_FEE_TYPES), new TypeReference<>() {});
    }

    /** The schools that pass a filter, by id: at most 20, and there is no next page. */
    public List<EducationalInstitution> institutions(InstitutionFilter filter) {
        return requests.await(operation -> institutions(operation, filter));
    }

    private static CompletableFuture<List<EducationalInstitution>> institutions(
            Operation operation, InstitutionFilter filter) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_INSTITUTIONS)
                .queryIfSet("id", filter.id())
                .queryIfSet("uai", filter.uai())
                .queryIfSet("name", filter.name())
                .queryIfSet("institutionType", filter.institutionType())
                .queryIfSet("city", filter.city())
                .queryIfSet("postalCode", filter.postalCode())
                .query("limit", filter.limit());
        return operation.execute(list, new TypeReference<>() {});
    }

    /** {@link CollectiveAttributes}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link CollectiveAttributes#formats()}. */
        public CompletableFuture<List<CollectiveFormatInfo>> formats() {
            return requests.submit(CollectiveAttributes::formats);
        }

        /** See {@link CollectiveAttributes#studentLevels()}. */
        public CompletableFuture<List<StudentLevelInfo>> studentLevels() {
            return requests.submit(CollectiveAttributes::studentLevels);
        }

        /** See {@link CollectiveAttributes#domains()}. */
        public CompletableFuture<List<EducationalDomain>> domains() {
            return requests.submit(CollectiveAttributes::domains);
        }

        /** See {@link CollectiveAttributes#nationalPrograms()}. */
        public CompletableFuture<List<NationalProgram>> nationalPrograms() {
            return requests.submit(CollectiveAttributes::nationalPrograms);
        }

        /** See {@link CollectiveAttributes#feeTypes()}. */
        public CompletableFuture<List<FeeTypeInfo>> feeTypes() {
            return requests.submit(CollectiveAttributes::feeTypes);
        }

        /** See {@link CollectiveAttributes#institutions(InstitutionFilter)}. */
        public CompletableFuture<List<EducationalInstitution>> institutions(InstitutionFilter filter) {
            return requests.submit(operation -> CollectiveAttributes.institutions(operation, filter));
        }
    }
}
