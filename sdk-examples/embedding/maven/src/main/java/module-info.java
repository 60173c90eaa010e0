/** A user's program as a module. */
module org.example.boxoffice {
    requires fr.passerelle.core;
}
