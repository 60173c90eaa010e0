package fr.passerelle.ticketing;

import java.util.List;

/** Makes tickets void and their places free. Must be idempotent. */
@FunctionalInterface
public interface CancellationHandler {

    /**
     * Called on a thread of the desk. Barcodes may be unknown, of a sale that the programme never finished, or void
     * already: neither is an error (reference 9.6), and for both the response is
     * {@link CancellationResponse#cancelled}, with what is left to sell now.
     *
     * @param barcodes of one booking, at least one
     * @return what is left to sell
     * @throws Exception anything; the programme is told that nothing was cancelled, and keeps the booking
     */
    CancellationResponse cancel(List<String> barcodes) throws Exception;
}
