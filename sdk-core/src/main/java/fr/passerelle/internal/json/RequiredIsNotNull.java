package fr.passerelle.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** To Jackson a required property has to be there and may be null; to us it has to have a value. */
final class RequiredIsNotNull extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated property) {
        JsonSetter.Value said = super.findSetterInfo(property);
        JsonProperty wanted = _findAnnotation(property, JsonProperty.class);
        return wanted != null && wanted.required() ? said.withValueNulls(Nulls.FAIL) : said;
    }
}
