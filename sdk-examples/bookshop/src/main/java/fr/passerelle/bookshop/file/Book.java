package fr.passerelle.bookshop.file;

import fr.passerelle.model.value.Price;

/** An invented book on the shelf. */
public record Book(String ean, String title, Price price, int quantity) {}
