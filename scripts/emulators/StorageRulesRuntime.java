// Evaluates Cloud Storage rules with Google's own engine, which the Firestore emulator's jar carries.
//
// firebase-tools speaks with it over stdin and stdout, one JSON object a line (see
// firebase-tools/lib/emulator/storage/rules/runtime.js). It stands in for the runtime that firebase-tools
// downloads where there is no internet. Rules that read Firestore (firestore.get) are not served.

import com.google.firebase.rules.lang.CompileResult;
import com.google.firebase.rules.lang.FirebaseRulesProtoCompiler;
import com.google.firebase.rules.lang.common.FirebaseRulesLangOptions;
import com.google.firebase.rules.runtime.evaluators.AuthRuleEvaluator.RuleContext;
import com.google.firebase.rules.runtime.impl.DefaultEvaluator;
import com.google.firebase.rules.runtime.v1.ExpressionValue;
import com.google.firebase.rules.v1.File;
import com.google.firebase.rules.v1.Issue;
import com.google.firebase.rules.v1.Source;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

public final class StorageRulesRuntime {
  /** firebase-tools parses each chunk of stdout as one JSON value: two answers in a chunk would be lost. */
  private static final long MILLISECONDS_BETWEEN_ANSWERS = 15;

  private final Map<String, DefaultEvaluator> rulesets = new HashMap<>();

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StorageRulesRuntime runtime = new StorageRulesRuntime();
    JsonObject ready = new JsonObject();
    ready.addProperty("id", -1);
    ready.addProperty("status", "ok");
    out.println(ready);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      Thread.sleep(MILLISECONDS_BETWEEN_ANSWERS);
      out.println(runtime.answer(JsonParser.parseString(line).getAsJsonObject()));
    }
    System.exit(0);
  }

  private JsonObject answer(JsonObject request) {
    JsonObject result = new JsonObject();
    JsonArray errors = new JsonArray();
    JsonArray warnings = new JsonArray();
    try {
      JsonObject context = request.getAsJsonObject("context");
      String action = request.get("action").getAsString();
      if (action.equals("load_ruleset")) load(context, result, errors, warnings);
      else if (action.equals("verify")) verify(context, result, warnings);
      else errors.add("The Storage rules runtime does not know the action " + action);
    } catch (Exception failure) {
      errors.add(failure.toString());
    }
    JsonObject answer = new JsonObject();
    answer.add("id", request.get("id"));
    // Any other status makes firebase-tools drop the line and wait for ever.
    answer.addProperty("status", "ok");
    answer.add("result", result);
    answer.add("errors", errors);
    answer.add("warnings", warnings);
    return answer;
  }

  private void load(JsonObject context, JsonObject result, JsonArray errors, JsonArray warnings) {
    Source.Builder source = Source.newBuilder();
    for (JsonElement file : context.getAsJsonObject("source").getAsJsonArray("files")) {
      JsonObject object = file.getAsJsonObject();
      source.addFiles(
          File.newBuilder()
              .setName(object.get("name").getAsString())
              .setContent(object.get("content").getAsString()));
    }
    CompileResult compiled =
        FirebaseRulesProtoCompiler.createStandalone(
                FirebaseRulesLangOptions.builder().allowTernaryOperator(true).allowCrossServiceRules(true).build())
            .compile(source.build());
    for (Issue issue : compiled.getIssues()) {
      String text =
          issue.getSourcePosition().getFileName()
              + ":" + issue.getSourcePosition().getLine() + " " + issue.getDescription();
      (issue.getSeverity() == Issue.Severity.ERROR ? errors : warnings).add(text);
    }
    if (compiled.hasCompilationError()) {
      if (errors.isEmpty()) errors.add("The Storage rules do not compile");
      return;
    }
    result.addProperty("rulesVersion", Math.max(1, compiled.getRulesetAst().getVersionValue()));
    rulesets.put(context.get("rulesetName").getAsString(), new DefaultEvaluator(compiled.getRulesetAst()));
  }

  private void verify(JsonObject context, JsonObject result, JsonArray warnings) throws Exception {
    RuleContext.Builder rule =
        RuleContext.builder()
            .service(context.get("service").getAsString())
            .method(context.get("method").getAsString())
            .path(context.get("path").getAsString());
    for (Map.Entry<String, JsonElement> variable : context.getAsJsonObject("variables").entrySet()) {
      ExpressionValue.Builder value = ExpressionValue.newBuilder();
      JsonFormat.parser().merge(variable.getValue().toString(), value);
      rule.supplyVariable(variable.getKey(), value.build());
    }
    DefaultEvaluator evaluator = rulesets.get(context.get("rulesetName").getAsString());
    if (evaluator == null) throw new IllegalStateException("No such ruleset has been loaded");
    boolean permit = false;
    try {
      permit = evaluator.evaluate(rule.build()).get().permit();
    } catch (ExecutionException failed) {
      // As in production: a condition that cannot be evaluated denies.
      warnings.add(String.valueOf(failed.getCause().getMessage()));
    }
    result.addProperty("permit", permit);
  }
}
