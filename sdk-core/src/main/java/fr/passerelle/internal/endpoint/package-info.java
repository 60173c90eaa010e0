/** What the pipeline knows of an operation: a row of its programme's table. */
@NullMarked
package fr.passerelle.internal.endpoint;

import org.jspecify.annotations.NullMarked;
