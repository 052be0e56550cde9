package io.paperpress.ingest.submission;

import io.paperpress.ingest.format.ZipLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken at once.
 *
 * @param maxBody longest body of one call
 * @param maxEntry longest line or JSON object; none longer is held in memory
 * @param maxPaper longest event of a paper, as JSON
 * @param maxList longest event of a whole reading list, as JSON
 * @param chunk entries that are stored and sent together
 * @param listed submissions and errors that an answer holds, each
 * @param maxArchiveFiles files of a zip archive
 * @param maxArchive length of the files of an archive that are read, inflated
 * @param maxArchiveRatio how many times its compressed length a file of an archive may have
 */
@Validated
@ConfigurationProperties("paperpress.ingest")
record IngestSettings(
        @DefaultValue("64MB") DataSize maxBody,
        @DefaultValue("192KB") DataSize maxEntry,
        @DefaultValue("255KB") DataSize maxPaper,
        @DefaultValue("4MB") DataSize maxList,
        @DefaultValue("500") @Min(1) @Max(5000) int chunk,
        @DefaultValue("1000") @Min(1) @Max(10000) int listed,
        @DefaultValue("50000") @Min(1) int maxArchiveFiles,
        @DefaultValue("1GB") DataSize maxArchive,
        @DefaultValue("200") @Min(2) int maxArchiveRatio) {

    ZipLimits zip() {
        return new ZipLimits(maxArchiveFiles, maxArchive.toBytes(), maxArchiveRatio);
    }
}
