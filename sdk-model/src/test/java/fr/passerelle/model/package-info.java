/** Tests of the model. */
@org.jspecify.annotations.NullMarked
package fr.passerelle.model;
