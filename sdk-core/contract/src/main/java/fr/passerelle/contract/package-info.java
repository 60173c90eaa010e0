/**
 * For the tests of this project: what the programme's OpenAPI documents say, whether a request obeys, and a network
 * that fails.
 */
@NullMarked
package fr.passerelle.contract;

import org.jspecify.annotations.NullMarked;
