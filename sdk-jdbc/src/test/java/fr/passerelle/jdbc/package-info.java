/** Tests of the ledger and the records, on databases. */
@NullMarked
package fr.passerelle.jdbc;

import org.jspecify.annotations.NullMarked;
