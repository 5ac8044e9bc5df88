package org.gridward.rulebook.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridward import categories}. */
@Component
@Command(
    name = "categories",
    mixinStandardHelpOptions = true,
    description =
        "Makes a category of the catalogue of every different value of a column. Categories that"
            + " exist are left as they are.")
class ImportCategoriesCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE", description = "CSV with a heading, perhaps gzipped.")
  Path file;

  @Option(
      names = "--code",
      required = true,
      paramLabel = "COL",
      description = "The column; 'Noise - Street' gets the code noise-street.")
  String code;

  @Option(
      names = "--name",
      paramLabel = "COL",
      description = "The column with the name; the value itself when left out.")
  @Nullable String name;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the file, such as GB18030; UTF-8 when left out.")
  @Nullable Charset encoding;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write every fault.")
  @Nullable Path report;

  private final CategoryImporter importer;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportCategoriesCommand(CategoryImporter importer, ImportConsole console) {
    this.importer = importer;
    this.console = console;
  }

  @Override
  public String path() {
    return "import categories";
  }

  @Override
  public Integer call() throws IOException {
    ImportReport done =
        importer.run(file, encoding, code, name, console.progress(System.err, "rows"));
    return console.finish(System.out, done, report);
  }
}
