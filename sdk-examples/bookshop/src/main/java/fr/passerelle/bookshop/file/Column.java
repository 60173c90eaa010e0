package fr.passerelle.bookshop.file;

import fr.passerelle.commandline.table.Headings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns that an upsert needs; others are left alone. */
public enum Column {
    EAN,
    PRICE,
    QUANTITY;

    /**
     * By the names that shops and their software give them (PrestaShop, WooCommerce, Odoo, French spreadsheets), the
     * preferred ones first. A price without tax is not the price.
     */
    static final Headings<Column> HEADINGS = Headings.of(Map.of(
            EAN,
                    List.of(
                            "ean",
                            "ean13",
                            "code ean",
                            "code ean13",
                            "ean 13",
                            "gtin",
                            "gtin13",
                            "GTIN, UPC, EAN, or ISBN",
                            "GTIN, UPC, EAN ou ISBN",
                            "gencod",
                            "code barres",
                            "code barre",
                            "code à barres",
                            "barcode",
                            "ean isbn",
                            "isbn13",
                            "isbn",
                            "upc"),
            PRICE,
                    List.of(
                            "price",
                            "prix ttc",
                            "prix",
                            "prix de vente ttc",
                            "prix public ttc",
                            "Price tax included",
                            "Price (tax incl.)",
                            "Price tax incl.",
                            "Regular price",
                            "Tarif régulier",
                            "prix de vente",
                            "prix public",
                            "Sales Price",
                            "list price",
                            "pvttc",
                            "pv ttc",
                            "price ttc",
                            "prix unitaire ttc"),
            QUANTITY,
                    List.of(
                            "quantity",
                            "quantité",
                            "qté",
                            "qte",
                            "qty",
                            "stock",
                            "stock disponible",
                            "quantité disponible",
                            "quantité en stock",
                            "Quantity On Hand",
                            "qty available",
                            "available quantity",
                            "stock quantity",
                            "quantité en main")));

    /** The name that this programme writes itself, and the one for {@code --columns}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
