package fr.passerelle.passculture;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.Body;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.ImageUse;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The pictures of event and product offers (reference operation 32). {@link ImageFiles} reads them from a file or a
 * stream; drafts and patches can hold one too, smaller.
 */
public final class OfferImages {

    private final RequestExecutor requests;

    OfferImages(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public OfferImages with(RequestOptions options) {
        return new OfferImages(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** Puts a picture without a credit on an offer: see {@link #upload(long, OfferImageDraft)}. */
    public void upload(long offerId, ImageFile file) {
        upload(offerId, OfferImageDraft.of(file));
    }

    /**
     * Puts a picture on an offer, instead of the one it has. It is sent as it lies in memory, without a copy.
     *
     * @param offerId an event or a product
     * @throws RuleViolationException if it is smaller than 400 by 400 pixels, not in the proportion of 2 to 3, or
     *     heavier than {@link ImageUse#UPLOAD} allows
     * @throws fr.passerelle.error.BadRequestException if the server cannot read it
     * @throws fr.passerelle.error.NotFoundException if there is no offer that the vendor reaches
     */
    public void upload(long offerId, OfferImageDraft image) {
        requests.await(operation -> upload(operation, offerId, image));
    }

    private static CompletableFuture<Boolean> upload(Operation operation, long offerId, OfferImageDraft image) {
        List<Violation> violations = image.violations(ImageUse.UPLOAD);
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
        String credit = image.credit();
        Map<String, String> fields = credit == null ? Map.of() : Map.of("credit", credit);
        return operation.run(
                HttpCall.to(PassCultureEndpoint.UPLOAD_IMAGE, offerId).body(new Body.Upload(image.file(), fields)));
    }

    /** {@link OfferImages}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link OfferImages#upload(long, ImageFile)}. */
        public CompletableFuture<Void> upload(long offerId, ImageFile file) {
            return upload(offerId, OfferImageDraft.of(file));
        }

        /** See {@link OfferImages#upload(long, OfferImageDraft)}. */
        public CompletableFuture<Void> upload(long offerId, OfferImageDraft image) {
            return requests.submitVoid(operation -> OfferImages.upload(operation, offerId, image));
        }
    }
}
