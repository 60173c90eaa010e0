/** The public API of the SDK's modules, recorded line by line. */
@NullMarked
package fr.passerelle.contract.api;

import org.jspecify.annotations.NullMarked;
