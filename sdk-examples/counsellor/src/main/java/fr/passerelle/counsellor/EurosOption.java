package fr.passerelle.counsellor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.read.Money;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.model.value.Price;

/** An option that is an amount of euros. */
record EurosOption(Texts texts) {

    /** Far more than any credit or price; keeps sums away from overflow. */
    private static final Price MOST = Price.cents(1_000_000);

    /**
     * The amount.
     *
     * @throws FailedException if it is none, or out of range; the message names the option
     */
    Price read(String option, String text) {
        Price price;
        try {
            price = Money.euros(text);
        } catch (NotUnderstoodException noAmount) {
            throw FailedException.unusable(texts.of("afford.bad-amount", option));
        }
        if (price.compareTo(Price.FREE) < 0 || price.compareTo(MOST) > 0) {
            throw tooMuch(option, MOST);
        }
        return price;
    }

    FailedException tooMuch(String option, Price most) {
        return FailedException.unusable(texts.of("afford.out-of-range", option, texts.price(most)));
    }
}
