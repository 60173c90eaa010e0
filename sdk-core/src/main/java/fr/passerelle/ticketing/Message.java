package fr.passerelle.ticketing;

import java.util.List;

/** One of the three kinds of message (reference 9). */
sealed interface Message {

    /** Which of the three. */
    DeskListener.Kind kind();

    /** What may be said of it in a log: its kind, and what it is about. Nothing of a person, and no barcode. */
    String label();

    record Booking(BookingMessage booking) implements Message {

        @Override
        public DeskListener.Kind kind() {
            return DeskListener.Kind.BOOKING;
        }

        @Override
        public String label() {
            return "booking of stock " + booking.stockId() + ", offer " + booking.offerId();
        }
    }

    record Cancellation(List<String> barcodes) implements Message {

        @Override
        public DeskListener.Kind kind() {
            return DeskListener.Kind.CANCELLATION;
        }

        @Override
        public String label() {
            return "cancellation of " + barcodes.size() + (barcodes.size() == 1 ? " ticket" : " tickets");
        }

        @Override
        public String toString() {
            return "Cancellation{barcodes=" + barcodes.size() + "}";
        }
    }

    record Notification(NotificationMessage notification) implements Message {

        @Override
        public DeskListener.Kind kind() {
            return DeskListener.Kind.NOTIFICATION;
        }

        @Override
        public String label() {
            BookingMessage booking = notification.booking();
            return "notification about stock " + booking.stockId() + ", offer " + booking.offerId();
        }
    }
}
