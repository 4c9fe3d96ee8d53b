package io.bandwatch.alerts.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.IncidentPhase;
import io.bandwatch.alerts.ResultRecord;
import io.bandwatch.alerts.Samples;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.ResultFiles;
import io.bandwatch.alerts.report.SummarySeed;
import io.bandwatch.alerts.report.view.ResultReader;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class HtmlReportTest {
    private static final String HOSTILE = "</title><script>alert(1)</script>\"'><img src=x onerror=y>&amp;\u202e\u0007";
    private static final Pattern PNG = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");
    private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theCarrierIsMarkedAtItsFrequency() throws Exception {
        String page = page("hill", Locale.ENGLISH);
        Document svg = svg(page);

        // 98.13 MHz in 96.995..98.995 MHz across 56..988
        var line = svg.getElementsByTagName("line");
        boolean marked = false;
        for (int i = 0; i < line.getLength(); i++) {
            var attributes = line.item(i).getAttributes();
            String x = attributes.getNamedItem("x1").getNodeValue();
            boolean mark = attributes.getNamedItem("class") == null;
            marked |= mark && Math.abs(Double.parseDouble(x) - 584.9) < 0.2;
        }
        assertThat(marked).isTrue();
        assertThat(page).contains("98.130</text>", "97.2</text>", "dBFS/Hz");
    }

    @Test
    void theWaterfallIsAnImageWithTheCarrierBright() throws Exception {
        Matcher matcher = PNG.matcher(page("hill", Locale.ENGLISH));
        assertThat(matcher.find()).isTrue();

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(matcher.group(1))));

        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(8);
        assertThat(brightness(image.getRGB(100, 3))).isGreaterThan(600);
        assertThat(brightness(image.getRGB(10, 3))).isLessThan(200);
    }

    @Test
    void hostileNamesStayText() throws Exception {
        String page = page(HOSTILE, Locale.ENGLISH);

        assertThat(page)
                .doesNotContain("<script", "<img", "\u202e", "\u0007")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;amp;");
        assertThat(svg(page).getElementsByTagName("title").item(0).getTextContent())
                .contains("</title><script>alert(1)");
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws Exception {
        String page = page("hill", Locale.ENGLISH).replaceAll("data:image/png;base64,[A-Za-z0-9+/=]+", "");

        assertThat(page)
                .doesNotContainPattern("https?:|url\\(|@import|<script|<link|src=")
                .contains("Content-Security-Policy");
    }

    @Test
    void theChinesePageSaysSoAndSpeaksIt() throws Exception {
        String page = page("hill", Locale.SIMPLIFIED_CHINESE);

        assertThat(page).contains("<html lang=\"zh-CN\">", "未许可", "频谱", "登记表");
        assertThat(page.substring(page.indexOf("<body>")).replaceAll("<[^>]*>", ""))
                .doesNotContainPattern("unlicensed|carrier|register|summary|Spectrum");
    }

    @Test
    void spectraComeBackFromTheSideFile() throws IOException {
        SpectrumSummary written = Samples.spectrum("hill");
        SpectrumSummary read = SpectraReader.read(
                        ResultFiles.writeSpectra(folder.resolve("spectra.jsonl"), List.of(written)))
                .get(0);

        assertThat(read.startHz()).isEqualTo(written.startHz());
        assertThat(read.rowNs()).isEqualTo(written.rowNs());
        assertThat(read.maxDbfsPerHz()).isEqualTo(written.maxDbfsPerHz());
        assertThat(read.rowsDbfsPerHz()).isEqualTo(written.rowsDbfsPerHz());
    }

    private String page(String feed, Locale locale) throws IOException {
        Path result = ResultFiles.write(
                folder.resolve("result.jsonl"),
                new SummarySeed(1, Map.of(), null, null, null),
                List.of(
                        ResultRecord.of(Samples.carrier(feed, 98_100_000L, Verdict.UNLICENSED)),
                        ResultRecord.of(Samples.carrier("other", 98_100_000L, Verdict.UNDETERMINED)),
                        ResultRecord.of(Samples.incident(feed, 98_100_000L, IncidentPhase.ACTIVE))));
        Path spectra = ResultFiles.writeSpectra(folder.resolve("spectra.jsonl"), List.of(Samples.spectrum(feed)));
        StringBuilder page = new StringBuilder();
        new HtmlReport(new Messages(locale)).write(ResultReader.read(result), SpectraReader.read(spectra), page);
        return page.toString();
    }

    /** The first picture, which must be well-formed. */
    private static Document svg(String page) throws Exception {
        Matcher matcher = SVG.matcher(page);
        assertThat(matcher.find()).isTrue();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(matcher.group().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static int brightness(int rgb) {
        return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }
}
