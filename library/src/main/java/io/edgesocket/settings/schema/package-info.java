/**
 * The language in which settings are described: shapes, fields, and rules between keys. It knows no setting of its own;
 * reader, JSON Schema and listing ask the same shape.
 */
package io.edgesocket.settings.schema;
