# Renders the texts of a JSON list, read from a file, with kramdown and, where it is installed, as Jekyll reads them;
# and runs each as a template of ERB, whose result is null where it is no template.
require "erb"
require "json"
require "kramdown"

inputs = ["kramdown"]
begin
  require "kramdown-parser-gfm"
  inputs << "GFM"
rescue LoadError
end

def attempt
  { "text" => yield }
rescue SyntaxError, StandardError => error
  { "error" => "#{error.class}: #{error.message[0, 200]}" }
end

pages = JSON.parse(File.read(ARGV[0])).map do |text|
  row = inputs.to_h { |input| [input, attempt { Kramdown::Document.new(text, input: input, syntax_highlighter: nil).to_html }] }
  row["ERB"] = attempt { ERB.new(text, trim_mode: "-").result } if text.include?("<%") || text.include?("%%")
  row
end
puts JSON.generate(pages)
