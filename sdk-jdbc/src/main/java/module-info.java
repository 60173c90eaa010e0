import org.jspecify.annotations.NullMarked;

/** The ledger, the records and the catalogue memory of a vendor, in a database. */
@NullMarked
@SuppressWarnings("opens") // these packages hold SQL files and no class
module fr.passerelle.jdbc {
    requires transitive fr.passerelle.core;
    requires transitive java.sql;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports fr.passerelle.jdbc;

    // For migration tools, which look for the files from outside.
    opens db.passerelle.h2;
    opens db.passerelle.mysql;
    opens db.passerelle.postgresql;
}
