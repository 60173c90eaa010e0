/** What the bookshop tells its user, in English and French. */
@org.jspecify.annotations.NullMarked
package fr.passerelle.bookshop.report;
