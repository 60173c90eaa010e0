package fr.passerelle.ticketing;

import java.util.List;

/** One of the three kinds of message (reference 9). */
sealed interface Message {

    record Booking(BookingMessage booking) implements Message {}

    record Cancellation(List<String> barcodes) implements Message {

        @Override
        public String toString() {
            return "Cancellation{barcodes=" + barcodes.size() + "}";
        }
    }

    record Notification(NotificationMessage notification) implements Message {}
}
