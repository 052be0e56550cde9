package io.paperpress.common.events;

/** Something that happened; the body of one Kafka record. Its type travels in the {@code ce_type} header. */
public sealed interface Event permits SubmissionEvent, PaperEvent, ListEvent, NameEvent, ProgressEvent {}
