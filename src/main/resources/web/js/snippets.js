// How programs ask the query that stands in the editor.
const quoted = text => JSON.stringify(text);

const languages = {
  curl: (endpoint, query) => `curl -H 'Accept: text/csv' --data-urlencode query@- ${endpoint} <<'QUERY'\n${query}\nQUERY`,
  Python: (endpoint, query) => `import csv, io, urllib.parse, urllib.request\n\nquery = ${query.includes('"""') ? quoted(query) : `r"""\n${query}\n"""`}\nrequest = urllib.request.Request(\n    ${quoted(endpoint)},\n    data=urllib.parse.urlencode({"query": query}).encode(),\n    headers={"Accept": "text/csv"},\n)\nwith urllib.request.urlopen(request) as answer:\n    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")))\nfor row in rows:\n    print(row)`,
  R: (endpoint, query) => `library(httr2)\n\nquery <- r"---(\n${query}\n)---"\nanswer <- request(${quoted(endpoint)}) |>\n  req_body_form(query = query) |>\n  req_headers(Accept = "text/csv") |>\n  req_perform()\ntable <- read.csv(text = resp_body_string(answer))\nprint(table)`,
  JavaScript: (endpoint, query) => `const answer = await fetch(${quoted(endpoint)}, {\n  method: "POST",\n  headers: { Accept: "application/sparql-results+json" },\n  body: new URLSearchParams({ query: ${quoted(query)} }),\n});\nconst { results } = await answer.json();\nconst rows = results.bindings.map(row =>\n  Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));\nconsole.table(rows);`,
  Java: (endpoint, query) => `import java.net.URI;\nimport java.net.URLEncoder;\nimport java.net.http.*;\nimport java.nio.charset.StandardCharsets;\n\nString query = ${quoted(query)};\nvar request = HttpRequest.newBuilder(URI.create(${quoted(endpoint)}))\n    .header("Accept", "text/csv")\n    .header("Content-Type", "application/x-www-form-urlencoded")\n    .POST(HttpRequest.BodyPublishers.ofString(\n        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))\n    .build();\nSystem.out.println(HttpClient.newHttpClient()\n    .send(request, HttpResponse.BodyHandlers.ofString()).body());`,
  'Excel / Power Query': (endpoint, query) => `let\n  Query = "${query.replaceAll('#(', '#(#)(').replaceAll('"', '""').replaceAll('\r', '').replaceAll('\n', '#(lf)')}",\n  Answer = Web.Contents(${quoted(endpoint)}, [Headers = [Accept = "text/csv", #"Content-Type" = "application/x-www-form-urlencoded"], Content = Text.ToBinary(Uri.BuildQueryString([query = Query]))]),\n  Table = Table.PromoteHeaders(Csv.Document(Answer, [Delimiter = ",", Encoding = 65001]))\nin\n  Table`,
};

export function snippets(settings, query) {
  const details = document.createElement('details');
  details.className = 'snippets';
  const summary = document.createElement('summary');
  summary.textContent = settings.texts.snippets;
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', settings.texts.snippets);
  choice.append(...Object.keys(languages).map(name => new Option(name)));
  const code = document.createElement('pre');
  code.tabIndex = 0;
  const show = () => {
    code.textContent = languages[choice.value](new URL(settings.endpoint, location.href).href, query());
  };
  details.addEventListener('toggle', show);
  choice.addEventListener('change', show);
  details.append(summary, choice, code);
  return details;
}
